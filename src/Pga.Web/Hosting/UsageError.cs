namespace Pga.Web.Hosting;

/// <summary>Something the one who started the program can mend; printed as one line, without a stack trace.</summary>
public sealed class UsageError(string message) : Exception(message);
