"""The promise as it stands on the pages themselves: cut to what each field of a platform takes."""
