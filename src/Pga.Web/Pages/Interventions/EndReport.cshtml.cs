using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Interventions;
using Pga.Domain.Common;
using Pga.Domain.Interventions;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Interventions;

/// <summary>The end report of a participation, by the partner or by the team.</summary>
public sealed class EndReportModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public DateOnly? FirstDay { get; set; }

        public DateOnly? LastDay { get; set; }

        public int? HeldElsewhere { get; set; }

        public int? AttendedElsewhere { get; set; }

        public string? Reached { get; set; }

        public string? Text { get; set; }

        public string? Advice { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public EndReportForm Facts { get; private set; } = null!;

    public bool Corrects => Facts.Report is not null;

    /// <summary>The dossier for the team, the referral for a partner.</summary>
    public string Back => Facts.TrajectId is { } traject ? $"/dossiers/{traject}/interventies" : $"/partner/verwijzingen/{Facts.ReferralId}";

    public static IEnumerable<SelectListItem> Reached => GoalCodes.List.All.Select(g => new SelectListItem(g.Label, g.Key));

    public async Task OnGetAsync()
    {
        await Load();
        Input = new Form
        {
            CommandId = Guid.CreateVersion7(),
            BaseVersion = Facts.Version,
            FirstDay = Facts.Report?.FirstDay,
            LastDay = Facts.Report?.LastDay ?? Facts.LastAttended ?? clock.Today(),
            HeldElsewhere = Facts.Report?.HeldElsewhere,
            AttendedElsewhere = Facts.Report?.AttendedElsewhere,
            Reached = Facts.Report?.Reached,
            Text = Facts.Report?.Text,
            Advice = Facts.Report?.Advice,
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        var back = Facts.TrajectId is null ? "/partner" : Back;
        var command = new WriteEndReport(
            Input.CommandId, Id, Input.BaseVersion, Input.LastDay ?? default, Input.Reached ?? "", Input.Text ?? "", Input.Advice,
            Input.FirstDay, Input.HeldElsewhere ?? 0, Input.AttendedElsewhere ?? 0, Input.Reason);
        if (await Do(command) is not null)
        {
            Notice("Het eindverslag is opgeslagen.");
            return Redirect(back);
        }

        if (Conflict is not null)
            Input.BaseVersion = Facts.Version;
        return Page();
    }

    private async Task Load() => Facts = await Ask(new GetEndReportForm(Id));
}
