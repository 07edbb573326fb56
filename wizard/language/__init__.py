"""How numbers, times and lists are said in each document language."""
