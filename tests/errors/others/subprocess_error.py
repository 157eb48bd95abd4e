# in: plain-3_12
import subprocess

subprocess.run(["false"], check=True)
