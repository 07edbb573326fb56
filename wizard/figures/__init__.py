"""Monthly figures from elsewhere: what a table says of each channel, and what it changes."""
