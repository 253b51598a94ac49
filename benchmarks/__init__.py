"""What measures the project: accuracy against labels, speed beside spaCy, the codebook. The app needs none of it."""
