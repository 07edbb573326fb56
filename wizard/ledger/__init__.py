"""The ledger: who must sign which document, who has, and who is late; on any day."""
