using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Trajects;
using Calendar = Pga.Domain.Common.Calendar;

namespace Pga.Application.Contacts;

/// <summary>A template filled in with what the dossier knows, for the worker to finish.</summary>
/// <param name="Template">Code of the template.</param>
[Requires(Permission.LogContact)]
public sealed record GetLetterDraft(Guid TrajectId, string Template) : IQuery<LetterDraft>, IAboutTraject;

/// <param name="Text">With a gap in square brackets where the dossier had nothing.</param>
public sealed record LetterDraft(string Name, string Subject, string Text);

internal sealed class GetLetterDraftHandler(PgaDbContext db, Actor actor, Letterhead letterhead, TimeProvider clock) : IRequestHandler<GetLetterDraft, LetterDraft>
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public async Task<LetterDraft> Handle(GetLetterDraft q, CancellationToken cancellationToken)
    {
        var template = await db.LetterTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Code == q.Template, cancellationToken) ?? throw new NotFound();
        template.RefuseUnlessValidOn(clock.Today(), "letter.template", "");
        var values = await Values(q.TrajectId, cancellationToken);
        return new LetterDraft(template.Name, LetterText.Fill(template.Subject, values), LetterText.Fill(template.Body, values));
    }

    private async Task<Dictionary<string, string?>> Values(Guid trajectId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var traject = await db.Trajects.Where(t => t.Id == trajectId)
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { t.Programme, t.ReferredOn, t.StartedOn, t.EndedOn, c.GivenName, c.Prefix, c.FamilyName })
            .SingleAsync(ct);
        // The letter itself is no appointment to write about.
        var appointment = await db.ContactMoments
            .Where(c => c.TrajectId == trajectId && c.SupersededById == null && c.Outcome == null && c.OccurredAt > now && c.Kind != ContactCodes.Letter)
            .OrderBy(c => c.OccurredAt).ThenBy(c => c.Id)
            .Select(c => new { c.OccurredAt, c.Place })
            .FirstOrDefaultAsync(ct);
        return new Dictionary<string, string?>
        {
            ["naam"] = Client.NameOf(traject.GivenName, traject.Prefix, traject.FamilyName),
            ["voornaam"] = traject.GivenName,
            ["vandaag"] = Day(clock.Today()),
            ["medewerker"] = actor.Name,
            ["organisatie"] = letterhead.Name ?? actor.Organisation,
            ["aanpak"] = Programmes.List.Label(traject.Programme),
            ["afspraak"] = appointment is null ? null : Moment(Calendar.LocalTime(appointment.OccurredAt)),
            ["plaats"] = appointment?.Place,
            ["aanmelddatum"] = Day(traject.ReferredOn),
            ["startdatum"] = Day(traject.StartedOn),
            ["einddatum"] = Day(traject.EndedOn),
        };
    }

    private static string? Day(DateOnly? date) => date?.ToString("d MMMM yyyy", Dutch);

    private static string Moment(DateTime local) => local.ToString("dddd d MMMM yyyy 'om' HH:mm 'uur'", Dutch);
}
