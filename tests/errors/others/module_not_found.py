# in: plain-3_12
import no_such_package
