"""How far apart learners are in context: distances of weights and of predictions between algorithms."""
