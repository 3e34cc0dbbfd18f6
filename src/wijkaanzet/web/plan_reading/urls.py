"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.plan_reading import papers, views

PLAN = "plannen/<slug:public_id>/"

urlpatterns: list[URLPattern] = [
    path("plannen/", views.plans, name="plans"),
    path(PLAN, views.plan, name="plan"),
    path(f"{PLAN}uitgave/<int:number>/", views.edition, name="plan-edition"),
    path(f"{PLAN}verschil/", views.difference, name="plan-difference"),
    path(f"{PLAN}plan.pdf", papers.plan_pdf, name="plan-pdf"),
    path(f"{PLAN}plan.docx", papers.plan_docx, name="plan-docx"),
]
