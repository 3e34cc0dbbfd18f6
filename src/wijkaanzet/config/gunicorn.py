"""How gunicorn serves us: `gunicorn -c python:wijkaanzet.config.gunicorn`. `WEB_CONCURRENCY` sets the workers."""

import os

from wijkaanzet.config.gunicorn_lines import keep_visitors_out

wsgi_app = "wijkaanzet.config.wsgi:application"
bind = os.environ.get("WZ_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
preload_app = True  # load once, then fork: a quicker start and shared memory
timeout = 30
graceful_timeout = 30
keepalive = 5
max_requests = 5000  # a slow leak of memory never grows old
max_requests_jitter = 500
accesslog = None  # wijkaanzet.web.requestlog writes a line without paths and addresses of people
errorlog = "-"
loglevel = "warning"
control_socket_disable = True
# Django alone decides whether a proxy is trusted (WZ_TRUST_PROXY); gunicorn would believe any caller on this machine.
secure_scheme_headers: dict[str, str] = {}
forwarder_headers = ""
forwarded_allow_ips = ""
keep_visitors_out()
