"""Documents taken through other programs and read again: what is right, what a finding names, what is wrong unnamed.

``sources`` gives the documents, ``routes`` lists the conversions, ``running`` runs one, ``outcome`` compares what was
read with the report of the source, ``page`` prints the table. ``scripts/measure_conversions.py`` is the command.
"""
