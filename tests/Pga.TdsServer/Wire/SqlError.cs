namespace Pga.TdsServer.Wire;

/// <summary>Arrives at the client as a SqlException; a severity of 20 or more ends the connection.</summary>
public sealed class SqlError(int number, byte severity, string message) : Exception(message)
{
    public int Number => number;

    public byte Severity => severity;
}
