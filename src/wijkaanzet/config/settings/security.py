"""Who may reach the site and what a browser may do with it. As strict as a site without scripts can be."""

from csp.constants import NONE, SELF

from wijkaanzet.config.settings.environment import DEBUG, WZ_DEMO, env

GIVEN_HOSTS: dict[str, str] = env.dict("WZ_HOSTS", default={})
WZ_HOSTS = {host.strip().lower().removesuffix("."): slug.strip() for host, slug in GIVEN_HOSTS.items()}
"""Host name to municipality slug: that host shows one municipality, without its slug in the address."""

LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS: list[str] = [
    *WZ_HOSTS,
    *env.list("WZ_ALLOWED_HOSTS", default=[]),
    *(LOCAL_HOSTS if WZ_DEMO or DEBUG else []),
]

PLAIN_HTTP = WZ_DEMO or DEBUG
HOSTS_OF_ALL: list[str] = env.list("WZ_ALLOWED_HOSTS", default=[])
WZ_SITE: str = env.str(
    "WZ_SITE", default=f"https://{HOSTS_OF_ALL[0]}" if HOSTS_OF_ALL and not PLAIN_HTTP else "http://localhost:8000"
).rstrip("/")
"""Where the site of all municipalities begins, for the addresses in mail; one with a host of its own has that."""
SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_REDIRECT_EXEMPT = [r"^gezond/"]  # the machine that asks for our health stands next to us, behind the proxy
SESSION_COOKIE_SECURE = not PLAIN_HTTP
CSRF_COOKIE_SECURE = not PLAIN_HTTP
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = False  # the domain is the municipality's; its other sites are not ours to decide on
WZ_TRUST_PROXY: bool = env.bool("WZ_TRUST_PROXY", default=False)
if WZ_TRUST_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

WZ_UPLOAD_MB: int = env.int("WZ_UPLOAD_MB", default=10)
"""How large a table may be."""
WZ_INTAKE_PER_HOUR: int = env.int("WZ_INTAKE_PER_HOUR", default=20)
"""How often somebody may tell something in an hour from one address; who writes down for others has no limit."""

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
PERMISSIONS_POLICY = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
