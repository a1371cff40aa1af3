using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Rapportage;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Rapportage;

/// <summary>The step before a draft is frozen: what that means, or what has to be done first.</summary>
public sealed class ConfirmModel(IMediator mediator) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>The version that was read, in the link on the rapportage.</summary>
    [BindProperty(SupportsGet = true, Name = "versie")]
    public Guid? Read { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid BaseVersion { get; set; }

    public EditionView Edition { get; private set; } = null!;

    /// <summary>Whether it isn't what was read: then it is to be read first.</summary>
    public bool IsOther => Conflict is not null || (Read is { } read && read != Edition.Version);

    /// <summary>What keeps it from being confirmed, a sentence each.</summary>
    public IReadOnlyList<string> Hindrances => Edition.WhyNot?.Split('\n') ?? ["U hebt geen rechten om vast te stellen."];

    /// <summary>The year before isn't confirmed, and after this it can't be any more.</summary>
    public bool SkipsAYear { get; private set; }

    public async Task OnGetAsync()
    {
        SkipsAYear = !(await Ask(new GetEditions())).Any(e => e.IsConfirmed && e.Year == Year - 1);
        Edition = await Ask(new GetEdition(Year));
        CommandId = Guid.CreateVersion7();
        BaseVersion = Edition.Version;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new ConfirmEdition(CommandId, Year, BaseVersion)) is null)
        {
            // Nothing is filled in here, so whatever is wrong is about the whole.
            var errors = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).ToList();
            ModelState.Clear();
            errors.ForEach(error => ModelState.AddModelError("", error));
            Edition = await Ask(new GetEdition(Year));
            return Page();
        }

        Notice($"De rapportage over {Year} is vastgesteld.");
        return Redirect($"/rapportage/{Year}");
    }
}
