@rem In a POSIX shell "exec" makes the desk take the shell's place, so that signals reach it; here it only starts it.
@%*
