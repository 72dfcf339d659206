install-not-installed = Accord is not installed in this workspace any more. Ask an admin to install it again.
