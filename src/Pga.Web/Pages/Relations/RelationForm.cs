using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Access;
using Pga.Domain.Relations;

namespace Pga.Web.Pages.Relations;

/// <summary>The form about a relative, shared by the page that notes one and the page that corrects one.</summary>
public abstract class RelationForm(IMediator mediator, Actor actor) : RelationsPage(mediator, actor)
{
    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Kind { get; set; }

        public string? Name { get; set; }

        public int? BirthYear { get; set; }

        public string? Ground { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool Corrects { get; protected set; }

    public static IEnumerable<SelectListItem> Kinds => Relation.Kinds.All.Select(k => new SelectListItem(k.Label, k.Key));
}
