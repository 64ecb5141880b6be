"""The annual reports on government information disclosure of the People's Republic of China."""
