RIVERS = ["Glomma", "Tana"]
