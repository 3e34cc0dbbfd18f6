"""The scan of a neighbourhood: its parts, what each rests on, and what was said about it."""

import django.db.models.deletion
import wijkaanzet.kernel.public_ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('areas', '0004_areas_in_time'),
        ('people', '0003_body_area'),
        ('scans', '0003_sample'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Scan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('public_id', models.CharField(default=wijkaanzet.kernel.public_ids.new, editable=False, max_length=12, unique=True)),
                ('status', models.CharField(choices=[('draft', 'draft'), ('commenting', 'commenting'), ('published', 'published')], max_length=12)),
                ('status_since', models.DateField()),
                ('started_on', models.DateField()),
                ('commenting_until', models.DateField(null=True)),
                ('published_on', models.DateField(null=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scans', to='areas.area')),
                ('network', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='scans', to='people.body')),
            ],
        ),
        migrations.CreateModel(
            name='ScanComment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('section', models.CharField(blank=True, choices=[('strengths', 'strengths'), ('concerns', 'concerns'), ('not_coming', 'not_coming'), ('wanted', 'wanted'), ('shut_out', 'shut_out')], max_length=12)),
                ('text', models.TextField(max_length=2000)),
                ('given_on', models.DateField()),
                ('answer', models.TextField(blank=True, max_length=1000)),
                ('answered_on', models.DateField(null=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('scan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='scans.scan')),
            ],
        ),
        migrations.CreateModel(
            name='ScanSection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('section', models.CharField(choices=[('strengths', 'strengths'), ('concerns', 'concerns'), ('not_coming', 'not_coming'), ('wanted', 'wanted'), ('shut_out', 'shut_out')], max_length=12)),
                ('words', models.TextField(blank=True, max_length=1500)),
                ('sure', models.CharField(blank=True, choices=[('sure', 'sure'), ('fairly', 'fairly'), ('unsure', 'unsure')], max_length=8)),
                ('scan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='scans.scan')),
            ],
        ),
        migrations.CreateModel(
            name='ScanItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('figure', 'figure'), ('voice', 'voice'), ('story', 'story')], max_length=8)),
                ('figure', models.SlugField(blank=True, max_length=80)),
                ('frozen', models.JSONField(blank=True, default=dict)),
                ('subject_kind', models.CharField(blank=True, max_length=60)),
                ('subject_id', models.BigIntegerField(null=True)),
                ('meaning', models.TextField(blank=True, max_length=500)),
                ('for_everybody', models.BooleanField(default=False)),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='scans.scansection')),
            ],
        ),
        migrations.AddConstraint(
            model_name='scan',
            constraint=models.UniqueConstraint(fields=('area', 'year'), name='scan_of_area_and_year'),
        ),
        migrations.AddConstraint(
            model_name='scan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('published_on__isnull', False), ('status', 'published')), models.Q(models.Q(('status', 'published'), _negated=True), ('published_on__isnull', True)), _connector='OR'), name='published_scan_has_a_day'),
        ),
        migrations.AddConstraint(
            model_name='scan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('commenting_until__isnull', True), ('network__isnull', True), ('status', 'draft')), models.Q(models.Q(('status', 'draft'), _negated=True), ('commenting_until__isnull', False)), _connector='OR'), name='asked_scan_has_a_last_day'),
        ),
        migrations.AddConstraint(
            model_name='scancomment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on__isnull', True)), models.Q(('answer__gt', ''), ('answered_on__isnull', False)), _connector='OR'), name='scan_comment_answered_on_a_day'),
        ),
        migrations.AddConstraint(
            model_name='scansection',
            constraint=models.UniqueConstraint(fields=('scan', 'section'), name='scan_section_once'),
        ),
        migrations.AddIndex(
            model_name='scanitem',
            index=models.Index(fields=['subject_kind', 'subject_id'], name='scans_of_what_was_told'),
        ),
        migrations.AddConstraint(
            model_name='scanitem',
            constraint=models.UniqueConstraint(fields=('section', 'position'), name='scan_item_place'),
        ),
        migrations.AddConstraint(
            model_name='scanitem',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'figure')), fields=('section', 'figure'), name='figure_in_part_once'),
        ),
        migrations.AddConstraint(
            model_name='scanitem',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'figure'), _negated=True), fields=('section', 'subject_kind', 'subject_id'), name='told_in_part_once'),
        ),
        migrations.AddConstraint(
            model_name='scanitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('figure__gt', ''), ('kind', 'figure'), ('subject_id__isnull', True), ('subject_kind', '')), models.Q(models.Q(('kind', 'figure'), _negated=True), ('figure', ''), ('subject_id__isnull', False), ('subject_kind__gt', '')), _connector='OR'), name='scan_item_is_one_thing'),
        ),
    ]
