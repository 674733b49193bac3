"""What transformers can implement: programs of decoder layers for steps on ridge regression."""
