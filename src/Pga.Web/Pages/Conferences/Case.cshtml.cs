using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;
using Pga.Domain.Conferences;
using Pga.Domain.Plans;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Conferences;

/// <summary>
/// One case while it is discussed. Everything that can be typed is in one form, so that no button throws anything away; each
/// part is sent as a command of its own, and what was refused stays as it was typed.
/// </summary>
public sealed class CaseModel(IMediator mediator) : PgaPage(mediator)
{
    private const string Yes = "ja";
    private const string No = "nee";
    private const string Remove = "weg";

    public sealed class PresenceForm
    {
        public Guid CommandId { get; set; }

        public List<PresenceInput> Rows { get; set; } = [];
    }

    public sealed class PresenceInput
    {
        public Guid InvitationId { get; set; }

        public string? Present { get; set; }
    }

    public sealed class InviteForm
    {
        public Guid CommandId { get; set; }

        public Guid? StaffId { get; set; }

        public Guid? PartnerId { get; set; }

        public string? Organisation { get; set; }

        public string? Function { get; set; }

        public string? Ground { get; set; }
    }

    public sealed class MinutesForm
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Text { get; set; }
    }

    public sealed class DecisionForm
    {
        public Guid CommandId { get; set; }

        public string? Text { get; set; }
    }

    public sealed class ActionForm
    {
        public Guid CommandId { get; set; }

        public string? Text { get; set; }

        /// <summary>The kind of owner, and whose id where there are more: <c>staff:…</c>.</summary>
        public string? Owner { get; set; }

        public string? Organisation { get; set; }

        public DateOnly? DueOn { get; set; }

        public Guid? GoalId { get; set; }

        public string? Leefgebied { get; set; }

        public string? Goal { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid CaseId { get; set; }

    [BindProperty]
    public Guid TrajectId { get; set; }

    // In the order of the screen: the error summary follows it.
    [BindProperty]
    public PresenceForm Presence { get; set; } = new();

    [BindProperty]
    public InviteForm Invite { get; set; } = new();

    [BindProperty]
    public MinutesForm Minutes { get; set; } = new();

    [BindProperty]
    public DecisionForm Decision { get; set; } = new();

    [BindProperty]
    public ActionForm Action { get; set; } = new();

    public CaseSheet Sheet { get; private set; } = null!;

    public Guid OpenId { get; } = Guid.CreateVersion7();

    public bool Inviting => Invite is { StaffId: not null } or { PartnerId: not null } || IsFilled(Invite.Organisation, Invite.Function, Invite.Ground);

    public bool Acting => Action is { DueOn: not null } or { GoalId: not null } || IsFilled(Action.Text, Action.Owner, Action.Organisation, Action.Leefgebied, Action.Goal);

    public IEnumerable<SelectListItem> Colleagues => Items(Sheet.Choices!.Colleagues);

    public IEnumerable<SelectListItem> Partners => Items(Sheet.Choices!.Partners);

    public IEnumerable<SelectListItem> Goals => Items(Sheet.Choices!.Goals);

    public IEnumerable<SelectListItem> Leefgebieden => Sheet.Choices!.Leefgebieden.Select(l => new SelectListItem(l.Label, l.Key));

    public IEnumerable<SelectListItem> Owners =>
    [
        new($"{Sheet.Name} (cliënt)", OwnerKinds.Client),
        .. Sheet.Choices!.Workers.Select(w => new SelectListItem(w.Name, $"{OwnerKinds.Staff}:{w.Id}")),
        .. Sheet.Choices.Relatives.Select(r => new SelectListItem(r.Name, $"{OwnerKinds.Relative}:{r.Id}")),
        .. Sheet.Choices.Partners.Select(p => new SelectListItem(p.Name, $"{OwnerKinds.Organisation}:{p.Id}")),
        new("Andere organisatie", OwnerKinds.Organisation),
    ];

    private bool IsOpen => Sheet.Discussion.State == ConferenceCaseStates.Open;

    private string Here => $"/overleggen/{Id}/{CaseId}";

    public Invited Of(PresenceInput row) => Sheet.Discussion.Invited.Single(i => i.Id == row.InvitationId);

    public IEnumerable<(string Value, string Text)> PresenceChoices(Invited who)
    {
        if (!IsOpen)
            return [("", "Uitgenodigd"), (Remove, "Uitnodiging weghalen")];
        var known = new List<(string, string)> { (Yes, "Is erbij"), (No, "Is er niet") };
        if (who.Present is null)
            known.Insert(0, ("", "Nog niet ingevuld"));
        if (who.Present is not true)
            known.Add((Remove, "Uitnodiging weghalen"));
        return known;
    }

    public async Task OnGetAsync()
    {
        await Load();
        FillPresence();
        Minutes.Text = Sheet.Discussion.Minutes;
        Minutes.BaseVersion = Sheet.Discussion.MinutesVersion;
        Presence.CommandId = Guid.CreateVersion7();
        Invite.CommandId = Guid.CreateVersion7();
        Minutes.CommandId = Guid.CreateVersion7();
        Decision.CommandId = Guid.CreateVersion7();
        Action.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostOpenAsync(Guid commandId)
    {
        if (await Do(new OpenCase(commandId, TrajectId, CaseId)) is null)
        {
            // Nothing was typed yet.
            await OnGetAsync();
            return Page();
        }

        return Redirect(Here);
    }

    /// <param name="afronden"><c>ja</c> closes the case, once everything is saved.</param>
    public async Task<IActionResult> OnPostAsync(string? afronden)
    {
        Sheet = await Ask(new GetConferenceCase(Id, CaseId));
        var saved = await SavePresence() && await SaveInvitation();
        if (saved && Minutes.CommandId != Guid.Empty)
            saved = await SaveMinutes() && await SaveDecision() && await SaveAction();
        var closes = afronden == Yes;
        if (saved && (!closes || await Do(new CloseCase(Guid.CreateVersion7(), TrajectId, CaseId), nameof(Presence)) is not null))
        {
            Notice(closes ? "De casus is afgerond." : "Opgeslagen.");
            return Redirect(Here);
        }

        await Load();
        Presence.Rows.RemoveAll(row => Sheet.Discussion.Invited.All(i => i.Id != row.InvitationId));
        var added = Sheet.Discussion.Invited.Where(i => Presence.Rows.TrueForAll(row => row.InvitationId != i.Id));
        Presence.Rows.AddRange(added.Select(i => new PresenceInput { InvitationId = i.Id }));
        Presence.CommandId = Guid.CreateVersion7();
        if (Conflict is not null)
            Minutes.BaseVersion = Conflict.CurrentVersion;
        return Page();
    }

    private async Task<bool> SavePresence()
    {
        var known = Presence.Rows.Where(r => Sheet.Discussion.Invited.Any(i => i.Id == r.InvitationId)).ToList();
        foreach (var row in known.Where(r => r.Present == Remove))
        {
            if (await Do(new RemoveInvitation(Guid.CreateVersion7(), TrajectId, CaseId, row.InvitationId), nameof(Presence)) is null)
                return false;
        }

        var rows = known.Where(r => r.Present is Yes or No).Select(r => new PresenceRow(r.InvitationId, r.Present == Yes)).ToList();
        return rows.Count == 0 || await Do(new RecordPresence(Presence.CommandId, TrajectId, CaseId, rows), nameof(Presence)) is not null;
    }

    private async Task<bool> SaveInvitation()
    {
        if (!Inviting)
            return true;
        var command = new InviteToCase(Invite.CommandId, TrajectId, CaseId, Invite.StaffId, Invite.PartnerId, Invite.Organisation, Invite.Function, Invite.Ground);
        if (await Do(command, nameof(Invite)) is null)
            return false;
        Forget(nameof(Invite));
        Invite = new InviteForm { CommandId = Guid.CreateVersion7() };
        return true;
    }

    private async Task<bool> SaveMinutes()
    {
        if (await Do(new WriteMinutes(Minutes.CommandId, TrajectId, CaseId, Minutes.BaseVersion, Minutes.Text), nameof(Minutes)) is null)
            return false;
        // What comes after may be refused: then the next save goes on top of this one.
        if (Sheet.Discussion.Minutes != (string.IsNullOrWhiteSpace(Minutes.Text) ? null : Minutes.Text.Trim()))
            Minutes.BaseVersion = Minutes.CommandId;
        Minutes.CommandId = Guid.CreateVersion7();
        return true;
    }

    private async Task<bool> SaveDecision()
    {
        if (!IsFilled(Decision.Text))
            return true;
        if (await Do(new WriteDecision(Decision.CommandId, TrajectId, CaseId, Decision.Text), nameof(Decision)) is null)
            return false;
        Forget(nameof(Decision));
        Decision = new DecisionForm { CommandId = Guid.CreateVersion7() };
        return true;
    }

    private async Task<bool> SaveAction()
    {
        if (!Acting)
            return true;
        var command = new WriteAction(Action.CommandId, TrajectId, CaseId, Action.Text ?? "", Owner(), Action.DueOn ?? default, Action.GoalId, Action.Leefgebied, Action.Goal);
        if (await Do(command, nameof(Action)) is null)
            return false;
        Forget(nameof(Action));
        Action = new ActionForm { CommandId = Guid.CreateVersion7() };
        return true;
    }

    private WorkOwner Owner()
    {
        var parts = (Action.Owner ?? "").Split(':', 2);
        Guid? id = parts.Length == 2 && Guid.TryParse(parts[1], out var its) ? its : null;
        return parts[0] switch
        {
            OwnerKinds.Staff => new WorkOwner(parts[0], StaffId: id),
            OwnerKinds.Relative => new WorkOwner(parts[0], RelationId: id),
            OwnerKinds.Organisation => new WorkOwner(parts[0], PartnerId: id, Organisation: id is null ? Action.Organisation : null),
            _ => new WorkOwner(parts[0]),
        };
    }

    private void FillPresence() =>
        Presence.Rows = [.. Sheet.Discussion.Invited.Select(i => new PresenceInput { InvitationId = i.Id, Present = i.Present switch { true => Yes, false => No, null => "" } })];

    /// <summary>What is saved isn't shown again as if it were still to be saved.</summary>
    private void Forget(string form)
    {
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith(form + ".", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
    }

    private async Task Load() => Sheet = await Ask(new GetConferenceCase(Id, CaseId));

    private static bool IsFilled(params string?[] texts) => texts.Any(t => !string.IsNullOrWhiteSpace(t));

    private static IEnumerable<SelectListItem> Items(IEnumerable<Pga.Application.Plans.OwnerChoice> choices) => choices.Select(c => new SelectListItem(c.Name, c.Id.ToString()));
}
