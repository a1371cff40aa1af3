using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Trajects;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Trajects;

public sealed class DossierModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    /// <summary>Show the whole timeline.</summary>
    [BindProperty(SupportsGet = true, Name = "alles")]
    public int All { get; set; }

    public Dossier Dossier { get; private set; } = null!;

    public IReadOnlyList<OtherTraject> OtherTrajects { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today();

    public CodeList Areas => Leefgebieden.Of(Dossier.Identity.Programme);

    public bool MayLogContact => MayChange && actor.Can(Permission.LogContact);

    public bool MayMeasure => MayChange && actor.Can(Permission.RecordAssessment);

    public bool MayEditClient => Dossier.Identity.MayWrite && actor.Can(Permission.EditClient);

    public bool MayEnd => MayChange && Dossier.Identity.StartedOn is not null
        && (actor.Can(Permission.ProposeOutflow) || actor.Can(Permission.ConfirmOutflow));

    /// <summary>Also of a traject that ended: then there is most to tell.</summary>
    public bool MayWriteStory => Dossier.Identity.MayWrite && actor.Can(Permission.WriteStory);

    private bool MayChange => Dossier.Identity.MayWrite && !TrajectStates.IsOver(Dossier.Identity.State);

    public async Task OnGetAsync(Guid id)
    {
        Dossier = await Ask(new GetDossier(id, All == 1));
        var trajects = await Ask(new GetOtherTrajects(Dossier.Identity.ClientId));
        OtherTrajects = [.. trajects.Where(t => t.Own?.TrajectId != id)];
    }

    /// <summary>The course of one leefgebied: a point for each assessment, without a level where it wasn't assessed.</summary>
    public IEnumerable<LevelPoint> Course(string leefgebied) =>
        Dossier.Assessments.Select(a => new LevelPoint(a.MeasuredOn, a.Levels.TryGetValue(leefgebied, out var level) ? level : null));

    public static string IconOf(TimelineEntry entry) => entry.Contact is { SafetyConcern: true } ? "waarschuwing" : entry.Kind switch
    {
        ContactCodes.HomeVisit => "huis",
        "phone" => "telefoon",
        "office" => "gebouw",
        "outdoors" => "plek",
        "partner-visit" => "personen",
        "letter" => "brief",
        TimelineKinds.Assessment => "grafiek",
        TimelineKinds.Participation => "actief",
        TimelineKinds.Detention => "slot",
        TimelineKinds.Fact => "info",
        TimelineKinds.Traject => "instroom",
        _ => "bericht",
    };
}
