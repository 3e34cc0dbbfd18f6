from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("kernel", "0005_alter_outboxmessage_recipient"),
    ]

    operations = [
        migrations.CreateModel(
            name="SentForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("trace", models.CharField(max_length=64, unique=True)),
                ("led_to", models.TextField(blank=True)),
                ("sent_at", models.DateTimeField(db_index=True)),
            ],
        ),
    ]
