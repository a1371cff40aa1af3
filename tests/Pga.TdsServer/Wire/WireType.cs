namespace Pga.TdsServer.Wire;

/// <summary>How a type is named on the wire. The client sends only those that may be NULL.</summary>
internal enum WireType : byte
{
    UniqueIdentifier = 0x24,
    Int = 0x26,
    Date = 0x28,
    Time = 0x29,
    DateTime2 = 0x2A,
    DateTimeOffset = 0x2B,
    NotNullTinyInt = 0x30,
    NotNullBit = 0x32,
    NotNullSmallInt = 0x34,
    NotNullInt = 0x38,
    NotNullReal = 0x3B,
    NotNullDateTime = 0x3D,
    NotNullFloat = 0x3E,
    Bit = 0x68,
    Decimal = 0x6A,
    Numeric = 0x6C,
    Float = 0x6D,
    DateTime = 0x6F,
    NotNullBigInt = 0x7F,
    VarBinary = 0xA5,
    VarChar = 0xA7,
    Binary = 0xAD,
    Char = 0xAF,
    NText = 0x63,
    NVarChar = 0xE7,
    NChar = 0xEF,
}
