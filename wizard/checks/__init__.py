"""The checks: what a lawyer or an experienced community manager would notice before printing."""
