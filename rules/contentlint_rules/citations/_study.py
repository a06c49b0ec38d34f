"""What people call what they cite, in some languages."""

STUDY = (
    "report|study|survey|review|outlook|index|barometer|yearbook|white ?paper|statistics|rapport|"
    "étude|enquête|baromètre|bilan|annuaire|bericht|studie|umfrage|jahrbuch|statistik|informe|"
    "estudio|encuesta|anuario|relatório|estudo|pesquisa|anuário|rapporto|studio|indagine|annuario|"
    "verslag|onderzoek"
)
