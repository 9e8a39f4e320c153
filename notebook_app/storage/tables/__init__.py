"""The tables as peewee models, bound to no database: each query is run on the one it is given."""
