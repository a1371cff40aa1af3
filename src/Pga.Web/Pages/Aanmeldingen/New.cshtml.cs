using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Aanmeldingen;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Aanmeldingen;

/// <summary>The form for partner organisations. Its answer never tells whether the person is known.</summary>
public sealed class NewModel(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public string? GivenName { get; set; }

        public string? Prefix { get; set; }

        public string? FamilyName { get; set; }

        public DateOnly? BirthDate { get; set; }

        public string? Wijk { get; set; }

        public string? Reason { get; set; }

        public string? Known { get; set; }

        public string? Informed { get; set; }

        public string? InformedNote { get; set; }

        public DateOnly? InformedReviewOn { get; set; }

        public string? Contact { get; set; }

        public string? Reference { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public string? Organisation => actor.Organisation;

    public static IEnumerable<SelectListItem> Options(CodeList list) => list.All.Select(c => new SelectListItem(c.Label, c.Key));

    public void OnGet()
    {
        if (!actor.Can(Permission.SendAanmelding))
            throw new Forbidden();
        Input = new Form { CommandId = Guid.CreateVersion7() };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var command = new SendAanmelding(
            Input.CommandId, Input.GivenName, Input.Prefix, Input.FamilyName, Input.BirthDate, Input.Wijk, Input.Reason, Input.Known, Input.Contact,
            Input.Informed, Input.InformedNote, Input.InformedReviewOn, Input.Reference);
        if (await Do(command) is null)
            return Page();
        Notice("Dank u wel. Wij hebben uw aanmelding ontvangen. Het antwoord leest u op deze pagina.");
        return Redirect("/aanmeldingen");
    }
}
