using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Conferences;

/// <summary>Correcting what a conference said, shared by the pages for minutes and for a decision.</summary>
public abstract class CorrectionPage(IMediator mediator) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Text { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public Discussion Discussion { get; private set; } = null!;

    protected string Here => $"/dossiers/{Id}/overleg";

    protected async Task Load(Guid caseId)
    {
        Identity = await Ask(new GetIdentity(Id));
        var list = await Ask(new GetDiscussions(Id, caseId));
        if (!list.MayCorrect)
            throw new Forbidden();
        Discussion = list.Discussions.Single();
    }

    protected async Task<IActionResult> Correct(ICommand command, Guid caseId, string notice)
    {
        if (await Do(command) is null)
        {
            await Load(caseId);
            // Having seen what the other wrote, the user saves over it.
            if (Conflict is not null)
                Input.BaseVersion = Conflict.CurrentVersion;
            return Page();
        }

        Notice(notice);
        return Redirect(Here);
    }
}
