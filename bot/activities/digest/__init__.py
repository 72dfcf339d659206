"""What a teacher reads of all her classes at once, on a day and hour of her own."""
