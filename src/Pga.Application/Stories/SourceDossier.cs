using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Data;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Detention;
using Pga.Domain.Facts;
using Pga.Domain.Relations;
using Pga.Domain.Spreekuren;
using Pga.Domain.Stories;
using Pga.Domain.Trajects;

namespace Pga.Application.Stories;

/// <summary>
/// Reads the dossier a story came from, for the check. A writer is warned by what they may see themselves; the release looks
/// at everything, so that a guess typed into a story tells its writer nothing new.
/// </summary>
[SeesAll("the privacy officer sees no dossier; the check says only which words of the story itself were found")]
internal static class SourceDossier
{
    /// <summary>Names that say nothing about anyone and that no catalogue has.</summary>
    private static readonly string[] Common = ["Nederland Nederlands Nederlandse Utrecht Utrechtse PGA RIO Lokale Zorg"];

    /// <summary>Null when the dossier is gone, or not the actor's.</summary>
    /// <param name="everything">Past the access rule.</param>
    public static async Task<DossierTraces?> Read(PgaDbContext db, BsnVault vault, Guid storyId, bool everything, DateOnly today, CancellationToken ct)
    {
        var clientId = await Of<StorySource>().Where(s => s.StoryId == storyId)
            .Join(Of<Traject>(), s => s.TrajectId, t => t.Id, (s, t) => (Guid?)t.ClientId).SingleOrDefaultAsync(ct);
        if (clientId is not { } id || await Of<Client>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } client)
            return null;
        var trajects = await Of<Traject>().AsNoTracking().Include(t => t.Assignments).Where(t => t.ClientId == id).ToListAsync(ct);
        var ids = trajects.Select(t => t.Id).ToList();
        var contacts = await Of<ContactMoment>().Where(c => ids.Contains(c.TrajectId))
            .Select(c => new { c.StaffId, c.OccurredOn, c.Report, c.Present, c.NextStep, c.CorrectionReason }).ToListAsync(ct);
        var visits = await Of<SpreekuurVisit>().Where(v => v.ClientId == id)
            .Join(db.Spreekuren, v => v.SpreekuurId, s => s.Id, (v, s) => new { v.Note, s.RioId, s.InstitutionId, s.HeldOn }).ToListAsync(ct);
        var detained = await Of<DetentionPeriod>().AsNoTracking().Where(d => d.ClientId == id).ToListAsync(ct);
        var relations = await Of<Relation>().Where(r => r.ClientId == id).Select(r => new { r.Name, r.Ground }).ToListAsync(ct);
        var facts = await Of<Fact>().Where(f => ids.Contains(f.TrajectId)).Select(f => new { f.OccurredOn, f.Text }).ToListAsync(ct);
        var assessed = await Of<Assessment>().Where(a => ids.Contains(a.TrajectId)).Select(a => a.MeasuredOn).ToListAsync(ct);
        var authorId = await db.Stories.Where(s => s.Id == storyId).Select(s => s.AuthorId).SingleAsync(ct);
        var staffIds = trajects.SelectMany(t => t.Assignments.Select(a => (Guid?)a.StaffId).Append(t.OutflowProposedById).Append(t.OutflowConfirmedById))
            .Concat(contacts.Select(c => c.StaffId)).Concat(visits.Select(v => (Guid?)v.RioId)).Append(authorId).OfType<Guid>().Distinct().ToList();
        var staff = await db.Staff.Where(s => staffIds.Contains(s.Id)).Select(s => new { s.Name, s.Organisation }).ToListAsync(ct);
        var institutionIds = visits.Select(v => v.InstitutionId).Concat(detained.Select(d => d.InstitutionId)).Distinct().ToList();
        var institutions = await db.Institutions.Where(i => institutionIds.Contains(i.Id)).Select(i => i.Name).ToListAsync(ct);
        return new DossierTraces
        {
            Client = new PersonName(client.GivenName, client.Prefix, client.FamilyName),
            OtherNames = [.. relations.Select(r => r.Name), .. staff.Select(s => s.Name)],
            Places = [.. client.Residences.Select(r => r.Wijk).Append(client.Wijk).OfType<string>().Where(IsPlace).Distinct().Select(Wijken.List.Label), .. institutions],
            Dates = Days(client.BirthDate, trajects, [.. contacts.Select(c => c.OccurredOn), .. visits.Select(v => v.HeldOn), .. assessed, .. facts.Select(f => f.OccurredOn)], detained),
            Numbers = [.. trajects.Select(t => t.Number).Append(client.Number).Append(vault.Reveal(client)).OfType<string>().Distinct()],
            Ages = AgesOf(client.BirthDate, trajects, today),
            FreeTexts =
            [
                .. contacts.SelectMany(c => new[] { c.Report, c.Present, c.NextStep, c.CorrectionReason })
                    .Concat(trajects.SelectMany(t => new[] { t.Ground, t.Purpose, t.ReferredBy, t.InformedNote, t.EndNote }))
                    .Concat(visits.Select(v => v.Note)).Concat(relations.Select(r => r.Ground)).Concat(facts.Select(f => f.Text)).Append(client.SafetyAgreement).OfType<string>(),
            ],
            Common =
            [
                .. Common, .. staff.Select(s => s.Organisation).OfType<string>().Distinct(),
                .. await db.Interventions.Select(i => i.Name).ToListAsync(ct), .. await db.Partners.Select(p => p.Name).ToListAsync(ct),
                .. Programmes.List.All.Concat(Leefgebieden.Pga2024.All).Concat(Leefgebieden.Rio2024.All).Select(c => c.Label),
            ],
        };

        IQueryable<T> Of<T>()
            where T : class => everything ? db.Set<T>().IgnoreQueryFilters() : db.Set<T>();
    }

    /// <summary>What the check finds in a story.</summary>
    public static async Task<IReadOnlyList<StoryTrace>> Traces(this PgaDbContext db, Story story, DossierTraces dossier, CancellationToken ct)
    {
        // A leefgebied or an intervention is from a list; a goal is in words, and it is published too.
        var about = story.LinkKind == StoryLinks.Goal ? StoryLinks.About(story.LinkKind, story.LinkTo, await db.InterventionNames(ct)) : "";
        return StoryCheck.Find([(nameof(Story.Title), story.Title), (nameof(Story.Text), story.Text), (nameof(Story.LinkTo), about)], story.Year, dossier);
    }

    // Outside the city, or without a place of their own: words for where someone isn't.
    private static bool IsPlace(string wijk) => wijk is not ("buiten-utrecht" or "zonder-vaste-plek" or Wijken.Unknown);

    private static HashSet<DateOnly> Days(DateOnly? birth, List<Traject> trajects, IEnumerable<DateOnly> others, List<DetentionPeriod> detained) =>
        trajects.SelectMany(t => new[] { t.ReferredOn, t.StartedOn, t.EndedOn })
            .Concat(detained.SelectMany(d => new[] { d.From, d.ExpectedRelease, d.Until }))
            .Append(birth).OfType<DateOnly>().Concat(others).ToHashSet();

    private static HashSet<int> AgesOf(DateOnly? birth, List<Traject> trajects, DateOnly today)
    {
        if (birth is not { } born || trajects.Count == 0)
            return [];
        var first = Calendar.AgeOn(born, trajects.Min(t => t.ReferredOn));
        return [.. Enumerable.Range(first, Math.Max(0, Calendar.AgeOn(born, today) - first) + 1)];
    }
}
