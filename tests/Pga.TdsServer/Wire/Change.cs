namespace Pga.TdsServer.Wire;

/// <summary>What the server tells to have changed in the session.</summary>
internal enum Change : byte
{
    Database = 1,
    Language = 2,
    PacketSize = 4,
    Collation = 7,
    TransactionBegun = 8,
    TransactionCommitted = 9,
    TransactionRolledBack = 10,
    Reset = 18,
}
