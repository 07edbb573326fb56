"""What is asked: the questions, the values they take, the catalogues they offer."""
