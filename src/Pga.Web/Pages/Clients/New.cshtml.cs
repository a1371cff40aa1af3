using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Aanmeldingen;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Clients;

/// <summary>A new client with a traject, and (with a client in the address) a new traject of a client who is known.</summary>
public sealed class NewModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public string? GivenName { get; set; }

        public string? Prefix { get; set; }

        public string? FamilyName { get; set; }

        public DateOnly? BirthDate { get; set; }

        public string? Gender { get; set; }

        public string? Wijk { get; set; }

        public string? Bsn { get; set; }

        public DateOnly? ReferredOn { get; set; }

        public string? ReferredBy { get; set; }

        public string? Ground { get; set; }

        public string? Purpose { get; set; }

        public string? Informed { get; set; }

        public string? InformedNote { get; set; }

        public DateOnly? InformedReviewOn { get; set; }

        public string? Programme { get; set; }

        public Guid? CaseWorkerId { get; set; }

        public Guid? ProcessWorkerId { get; set; }

        public DateOnly? StartedOn { get; set; }

        public bool DuplicatesSeen { get; set; }

        /// <summary>Whom the duplicates were looked for: with another name or birth date it has to be done again.</summary>
        public string? SeenFor { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The client of a re-entry.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? ClientId { get; set; }

    /// <summary>The aanmelding of a partner that is taken in.</summary>
    [BindProperty(SupportsGet = true, Name = "aanmelding")]
    public Guid? AanmeldingId { get; set; }

    /// <summary>What the partner wrote; null when a colleague was first.</summary>
    public AanmeldingView? Sent { get; private set; }

    public string AanmeldingQuery => AanmeldingId is { } id ? $"?aanmelding={id}" : "";

    public ReferredClient? Known { get; private set; }

    public Duplicates? Hits { get; private set; }

    /// <summary>Hits that only the name gives: those may be somebody else.</summary>
    public bool MayBeSomebodyElse { get; private set; }

    public string SearchedFor => $"{Input.FamilyName?.Trim()}|{Input.BirthDate:yyyy-MM-dd}";

    public TeamWorkers Team { get; private set; } = null!;

    public static IEnumerable<SelectListItem> Options(CodeList list) => list.All.Select(c => new SelectListItem(c.Label, c.Key));

    public IEnumerable<SelectListItem> CaseWorkers =>
        Team.Experts.Select(w => new SelectListItem(w.Name, w.Id.ToString()) { Group = _experts })
            .Concat(Team.Rios.Select(w => new SelectListItem(w.Name, w.Id.ToString()) { Group = _rios }));

    public IEnumerable<SelectListItem> ProcessWorkers => Team.Process.Select(w => new SelectListItem(w.Name, w.Id.ToString()));

    private readonly SelectListGroup _experts = new() { Name = "PGA-expert (casusregie)" };
    private readonly SelectListGroup _rios = new() { Name = "RIO (alleen Re-integratie)" };

    public async Task OnGetAsync()
    {
        await Show();
        var isRio = actor.Is(StaffRoles.Rio) && !actor.Is(StaffRoles.PgaExpert);
        Input = new Form
        {
            CommandId = Guid.CreateVersion7(),
            ReferredOn = clock.Today(),
            Programme = isRio ? Programmes.Rio : null,
            CaseWorkerId = actor.Is(StaffRoles.PgaExpert) || actor.Is(StaffRoles.Rio) ? actor.StaffId : null,
        };
        if (AanmeldingId is not null)
            Take(Sent ?? throw new NotFound());
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var seen = Input.DuplicatesSeen && Input.SeenFor == SearchedFor;
        if (await Do(Command(seen)) is { } id)
        {
            Notice(ClientId is null ? "De cliënt en het traject zijn opgeslagen." : "Het nieuwe traject is opgeslagen.");
            // A RIO who refers somebody to another aanpak doesn't see that dossier.
            var isSeen = Input.Programme == Programmes.Rio || actor.Is(StaffRoles.PgaExpert) || actor.Is(StaffRoles.Coordinator);
            return Redirect(isSeen ? $"/dossiers/{id}" : "/");
        }

        await Show();
        MayBeSomebodyElse = HasError("Input.DuplicatesSeen");
        if (MayBeSomebodyElse || HasError("Input.Bsn"))
            await LookForDuplicates();
        return Page();
    }

    private async Task LookForDuplicates()
    {
        // A number that isn't a BSN finds nobody; its own message says so.
        var bsn = Input.Bsn is { Length: > 0 } typed && Bsn.Parse(typed) is null ? null : Input.Bsn;
        Hits = await Ask(new FindDuplicates(Input.GivenName ?? "", Input.Prefix, Input.FamilyName ?? "", Input.BirthDate, bsn, null));
        ModelState.Remove("Input.SeenFor");
    }

    private async Task Show()
    {
        if (ClientId is { } id)
            Known = await Ask(new GetKnownClient(id));
        Team = await Ask(new GetTeamWorkers());
        if (AanmeldingId is not { } sent)
            return;
        try
        {
            Sent = await Ask(new GetAanmelding(sent));
        }
        catch (NotFound)
        {
            // Taken in by a colleague meanwhile; sending the form says so.
        }
    }

    /// <summary>Fills the form with what the partner wrote.</summary>
    private void Take(AanmeldingView sent)
    {
        Input.GivenName = sent.GivenName;
        Input.Prefix = sent.Prefix;
        Input.FamilyName = sent.FamilyName;
        Input.BirthDate = sent.BirthDate;
        Input.Wijk = ClientId is null ? sent.Wijk : null;
        Input.ReferredOn = sent.SentOn;
        var by = $"{sent.Organisation}, {sent.Contact}";
        Input.ReferredBy = by.Length > Traject.MaxReferredBy ? by[..Traject.MaxReferredBy] : by;
        Input.Ground = sent.Known is null ? sent.Reason : $"{sent.Reason}\n\nBekend bij {sent.Organisation}: {sent.Known}";
        Input.Informed = sent.Informed;
        Input.InformedNote = sent.InformedNote;
        Input.InformedReviewOn = sent.InformedReviewOn;
    }

    private bool HasError(string field) => ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0;

    private ReferClient Command(bool seen) => new(
        Input.CommandId, ClientId, Input.GivenName, Input.Prefix, Input.FamilyName, Input.BirthDate, Input.Gender, Input.Wijk, Input.Bsn,
        Input.Programme ?? "", Input.ReferredOn, Input.ReferredBy, Input.Ground, Input.Purpose, Input.Informed, Input.InformedNote,
        Input.InformedReviewOn, Input.StartedOn, Input.CaseWorkerId, Input.ProcessWorkerId, seen, AanmeldingId);
}
