"""Text to sentences and word pieces, and the encoder sessions that read them."""
