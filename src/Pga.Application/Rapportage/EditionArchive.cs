using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Rapportage;

namespace Pga.Application.Rapportage;

/// <summary>
/// Reads and seals stored editions. The seal is keyed with a secret outside the database and covers all of an edition, so
/// that who changes one past the program is found out: it is refused from then on.
/// </summary>
internal sealed class EditionArchive(PgaDbContext db, KeyFile keys)
{
    private const string Use = "edition";

    /// <summary>The edition of a year, tracked; null when there is none.</summary>
    public async Task<StoredEdition?> Find(int year, CancellationToken ct)
    {
        var edition = await db.Editions.Include(e => e.Errata).SingleOrDefaultAsync(e => e.Year == year, ct);
        return edition is null ? null : await Open(edition, ct) ?? throw ChangedOutside(year);
    }

    /// <summary>One part; it must be there.</summary>
    public async Task<byte[]> Read(StoredEdition stored, string audience, string name, CancellationToken ct)
    {
        var content = await db.EditionParts.AsNoTracking()
            .Where(p => p.EditionId == stored.Edition.Id && p.Audience == audience && p.Name == name)
            .Select(p => p.Content)
            .SingleOrDefaultAsync(ct);
        var hash = stored.Parts.SingleOrDefault(p => p.Audience == audience && p.Name == name)?.Hash;
        return content is not null && hash is not null && SHA256.HashData(content).AsSpan().SequenceEqual(hash) ? content : throw ChangedOutside(stored.Edition.Year);
    }

    public async Task<Report> ReadReport(StoredEdition stored, string audience, CancellationToken ct) =>
        ReportDocument.Read(await Read(stored, audience, EditionParts.Report, ct));

    public async Task<Ledger> ReadLedger(StoredEdition stored, string audience, CancellationToken ct) =>
        Ledger.Read(await Read(stored, audience, EditionParts.Ledger, ct));

    /// <summary>Puts these parts in the place of what is there under their names, and seals all of it.</summary>
    public async Task Store(Edition edition, IReadOnlyList<EditionPart> parts, CancellationToken ct)
    {
        var there = await db.EditionParts.Where(p => p.EditionId == edition.Id).ToListAsync(ct);
        foreach (var part in parts)
        {
            if (there.SingleOrDefault(p => p.Audience == part.Audience && p.Name == part.Name) is { } known)
            {
                known.Replace(part.Content);
                continue;
            }

            db.EditionParts.Add(part);
            there.Add(part);
        }

        edition.SealWith(SealOf(edition, [.. there.Select(p => new PartHash(p.Audience, p.Name, p.Hash))]));
    }

    /// <summary>After something was put beside the parts.</summary>
    public void SealAgain(StoredEdition stored) => stored.Edition.SealWith(SealOf(stored.Edition, stored.Parts));

    /// <summary>Whether an edition and every part of it are as they were sealed.</summary>
    public async Task<bool> IsWhole(Edition edition, CancellationToken ct)
    {
        if (await Open(edition, ct) is null)
            return false;
        // One at a time: together they may be large.
        foreach (var name in await db.EditionParts.Where(p => p.EditionId == edition.Id).Select(p => new { p.Audience, p.Name }).ToListAsync(ct))
        {
            var part = await db.EditionParts.AsNoTracking().SingleAsync(p => p.EditionId == edition.Id && p.Audience == name.Audience && p.Name == name.Name, ct);
            if (!SHA256.HashData(part.Content).AsSpan().SequenceEqual(part.Hash))
                return false;
        }

        return true;
    }

    private async Task<StoredEdition?> Open(Edition edition, CancellationToken ct)
    {
        var parts = await db.EditionParts.AsNoTracking().Where(p => p.EditionId == edition.Id).Select(p => new PartHash(p.Audience, p.Name, p.Hash)).ToListAsync(ct);
        return CryptographicOperations.FixedTimeEquals(SealOf(edition, parts), edition.Seal) ? new StoredEdition(edition, parts) : null;
    }

    private static Unsafe ChangedOutside(int year) => new(
        $"De rapportage over {year} is buiten het programma om gewijzigd. We tonen deze daarom niet. Vraag de beheerder om een reservekopie terug te zetten.");

    private byte[] SealOf(Edition edition, IReadOnlyList<PartHash> parts)
    {
        using var bytes = new MemoryStream();
        using (var all = new BinaryWriter(bytes, Encoding.UTF8))
        {
            all.Write(edition.Id.ToByteArray());
            all.Write(edition.Year);
            all.Write(edition.MadeAt.Ticks);
            all.Write(edition.Definition);
            all.Write(edition.ConfirmedAt?.Ticks ?? 0);
            all.Write(edition.ConfirmedBy?.ToString() ?? "");
            all.Write(edition.ConfirmedByName ?? "");
            all.Write(parts.Count);
            foreach (var part in parts.OrderBy(p => p.Audience, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal))
            {
                all.Write(part.Audience);
                all.Write(part.Name);
                all.Write(part.Hash);
            }

            all.Write(edition.Errata.Count);
            foreach (var erratum in edition.Errata.OrderBy(e => e.Id.ToString(), StringComparer.Ordinal))
            {
                all.Write(erratum.Id.ToByteArray());
                all.Write(erratum.Text);
                all.Write(erratum.AddedAt.Ticks);
                all.Write(erratum.AddedBy.ToByteArray());
                all.Write(erratum.AddedByName);
                all.Write(erratum.LateOutflows ?? -1);
                all.Write(erratum.Threshold);
            }
        }

        return HMACSHA256.HashData(keys.Derive(Use), bytes.ToArray());
    }
}

/// <summary>An edition whose seal is whole.</summary>
internal sealed record StoredEdition(Edition Edition, IReadOnlyList<PartHash> Parts);

internal sealed record PartHash(string Audience, string Name, byte[] Hash);

/// <summary>Names of the parts; those of the files are the formats.</summary>
internal static class EditionParts
{
    public const string Report = "report";
    public const string Ledger = "ledger";
}
