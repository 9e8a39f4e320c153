"""Insights: where the work comes from, the balance, the mix, the services, a year looked back."""
