"""The guided look back: client by client, how did they come?"""
