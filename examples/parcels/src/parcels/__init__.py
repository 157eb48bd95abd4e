"""Where parcels are: a web service, workers and a command line over one asynchronous client."""
