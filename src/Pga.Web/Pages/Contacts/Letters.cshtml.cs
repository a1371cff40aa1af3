using MediatR;
using Pga.Application.Access;
using Pga.Application.Contacts;

namespace Pga.Web.Pages.Contacts;

/// <summary>Chooses a letter.</summary>
public sealed class LettersModel(IMediator mediator, Actor actor) : LetterPage(mediator, actor)
{
    public IReadOnlyList<LetterChoice> Templates { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await Load();
        Templates = await Ask(new GetLetterTemplates());
    }
}
