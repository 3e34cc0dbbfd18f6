"""The addresses of one's own account. Only what we offer: nobody signs up or connects a service.

The names are those of django-allauth, which looks its own pages up by them. Two are ours: `account_close`, and
`account_change_email`, since allauth would answer `/account/` too if there were an `account_email`.
"""

from django.urls import path, re_path

from wijkaanzet.web.account import address, closing, views

urlpatterns = [
    path("login/", views.LogIn.as_view(), name="account_login"),
    path("logout/", views.LogOut.as_view(), name="account_logout"),
    path("reauthenticate/", views.Again.as_view(), name="account_reauthenticate"),
    path("password/change/", views.ChangePassword.as_view(), name="account_change_password"),
    path("password/set/", views.SetPassword.as_view(), name="account_set_password"),
    path("password/reset/", views.ResetPassword.as_view(), name="account_reset_password"),
    path("password/reset/done/", views.ResetSent.as_view(), name="account_reset_password_done"),
    path("password/reset/key/done/", views.PasswordIsNew.as_view(), name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.NewPassword.as_view(),
        name="account_reset_password_from_key",
    ),
    path("email/", address.change, name="account_change_email"),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", address.confirm, name="account_confirm_email"),
    path("close/", closing.close, name="account_close"),
    path("2fa/", views.SecondStep.as_view(), name="mfa_index"),
    path("2fa/authenticate/", views.GiveCode.as_view(), name="mfa_authenticate"),
    path("2fa/reauthenticate/", views.GiveCodeAgain.as_view(), name="mfa_reauthenticate"),
    path("2fa/totp/activate/", views.SetUpApp.as_view(), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", views.TakeAppAway.as_view(), name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", views.SpareCodes.as_view(), name="mfa_view_recovery_codes"),
    path("2fa/recovery-codes/generate/", views.NewSpareCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("2fa/recovery-codes/download/", views.SpareCodesFile.as_view(), name="mfa_download_recovery_codes"),
]
