using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;

namespace Pga.Application.Contacts;

/// <summary>A finished letter under the letterhead, to print or to write as a document. Nothing is kept of it.</summary>
/// <param name="Address">Of the addressee, in lines; the dossier has none.</param>
/// <param name="On">Date of the letter; today when absent.</param>
[Requires(Permission.LogContact)]
public sealed record GetLetterSheet(Guid TrajectId, string? Subject, string? Text, string? Address = null, DateOnly? On = null)
    : IQuery<LetterSheet>, IAboutTraject, ILetter
{
    public const int MaxAddress = 300;
}

/// <param name="From">Name and address of the organisation.</param>
/// <param name="To">Name and address of the client.</param>
/// <param name="Paragraphs">Each may have line breaks in it.</param>
public sealed record LetterSheet(IReadOnlyList<string> From, IReadOnlyList<string> To, DateOnly On, string Subject, IReadOnlyList<string> Paragraphs);

internal sealed class GetLetterSheetValidator : LetterRules<GetLetterSheet>
{
    public GetLetterSheetValidator() =>
        RuleFor(q => q.Address).MaximumLength(GetLetterSheet.MaxAddress).WithMessage($"Het adres is te lang. Gebruik hoogstens {GetLetterSheet.MaxAddress} tekens.");
}

internal sealed class GetLetterSheetHandler(PgaDbContext db, Actor actor, Letterhead letterhead, TimeProvider clock)
    : IRequestHandler<GetLetterSheet, LetterSheet>
{
    private const string Nameless = "Naam van uw organisatie";

    public async Task<LetterSheet> Handle(GetLetterSheet q, CancellationToken cancellationToken)
    {
        var client = await db.Trajects.Where(t => t.Id == q.TrajectId)
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { c.GivenName, c.Prefix, c.FamilyName })
            .SingleAsync(cancellationToken);
        return new LetterSheet(
            [letterhead.Name ?? actor.Organisation ?? Nameless, .. letterhead.Address ?? []],
            [Client.NameOf(client.GivenName, client.Prefix, client.FamilyName), .. Lines(q.Address)],
            q.On ?? clock.Today(),
            q.Subject!.Trim(),
            [.. q.Text!.ReplaceLineEndings("\n").Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim('\n')).Where(p => p.Length > 0)]);
    }

    private static string[] Lines(string? text) =>
        (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
