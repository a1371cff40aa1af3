using System.Security.Cryptography;

namespace Pga.Domain.Rapportage;

/// <summary>One document of an edition, for one audience: the rapportage itself, the ledger, or a file made from it.</summary>
public sealed class EditionPart
{
    public const int MaxName = 20;
    public const int HashSize = 32;

    public EditionPart(Guid editionId, string audience, string name, byte[] content)
    {
        EditionId = editionId;
        Audience = audience;
        Name = name;
        Content = Hash = null!;
        Replace(content);
    }

    private EditionPart() => (Audience, Name, Content, Hash) = (null!, null!, null!, null!);

    public Guid EditionId { get; private set; }

    public string Audience { get; private set; }

    public string Name { get; private set; }

    public byte[] Content { get; private set; }

    /// <summary>SHA-256 of the content. The edition's seal is over the hashes, so that reading one part takes only that one.</summary>
    public byte[] Hash { get; private set; }

    public void Replace(byte[] content)
    {
        Content = content;
        Hash = SHA256.HashData(content);
    }
}
