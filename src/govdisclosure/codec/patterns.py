"""How decimals, dates and times are written in JSON. Read alike by Python and by ECMAScript."""

__all__ = ["BOUND", "DATE", "DECIMAL", "TIME", "UNSIGNED"]

#: Decimals in JSON: no exponent, no leading zeros, no negative zero, at most 30 digits.
DECIMAL = r"^(?!-0(\.0*)?$)(?=-?([0-9]\.?){1,30}$)-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,29})?$(?!\n)"
#: The same from 0 on.
UNSIGNED = r"^(?=([0-9]\.?){1,30}$)(0|[1-9][0-9]{0,29})(\.[0-9]{1,29})?$(?!\n)"
#: A value below a bound, which is above zero.
BOUND = r"^<(?=[0-9.]{0,30}[1-9])(0|[1-9][0-9]{0,14})(\.[0-9]{1,14})?$(?!\n)"
#: Dates in JSON, from year 1000 on, with the lengths of the months and the leap years of the calendar.
DATE = (
    r"^([1-9][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    r"|02-(0[1-9]|1[0-9]|2[0-8]))|([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)"
    r"$(?!\n)"
)
#: Times of day in JSON.
TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$(?!\n)"
