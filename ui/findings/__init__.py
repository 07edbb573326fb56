"""What the checks found, on the screen: marks, notes with a way out, the promise as a picture."""
