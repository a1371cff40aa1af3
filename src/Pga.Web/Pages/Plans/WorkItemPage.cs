using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Plans;
using Pga.Application.Trajects;
using Pga.Domain.Plans;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Plans;

/// <summary>The form for an action, shared by the page that adds one and the page that changes one.</summary>
public abstract class WorkItemPage(IMediator mediator) : PgaPage(mediator)
{
    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Text { get; set; }

        /// <summary>The kind of owner, and whose id where there are more: <c>staff:…</c>.</summary>
        public string? Owner { get; set; }

        public Guid? PartnerId { get; set; }

        public string? Organisation { get; set; }

        public string? ContactName { get; set; }

        public DateOnly? DueOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public WorkItemForm Facts { get; private set; } = null!;

    public IEnumerable<SelectListItem> Owners
    {
        get
        {
            yield return new($"{Identity.Name} (cliënt)", OwnerKinds.Client);
            foreach (var colleague in Facts.Colleagues)
                yield return new(colleague.Name, Key(OwnerKinds.Staff, colleague.Id));
            // Who has left the traject keeps the action until it is given to another.
            if (Facts.Item is { Owner.StaffId: { } staff, OwnerName: var name } && Facts.Colleagues.All(c => c.Id != staff))
                yield return new($"{name} (werkt niet meer op dit traject)", Key(OwnerKinds.Staff, staff));
            foreach (var relative in Facts.Relatives)
                yield return new(relative.Name, Key(OwnerKinds.Relative, relative.Id));
            yield return new(OwnerKinds.List.Label(OwnerKinds.Organisation), OwnerKinds.Organisation);
        }
    }

    public IEnumerable<SelectListItem> Partners => Facts.Partners.Select(p => new SelectListItem(p.Name, p.Id.ToString()));

    protected WorkOwner Owner
    {
        get
        {
            var parts = (Input.Owner ?? "").Split(':', 2);
            Guid? id = parts.Length == 2 && Guid.TryParse(parts[1], out var its) ? its : null;
            return parts[0] switch
            {
                OwnerKinds.Staff => new WorkOwner(parts[0], StaffId: id),
                OwnerKinds.Relative => new WorkOwner(parts[0], RelationId: id),
                OwnerKinds.Organisation => new WorkOwner(
                    parts[0], PartnerId: Input.PartnerId, Organisation: Input.PartnerId is null ? Text(Input.Organisation) : null, ContactName: Text(Input.ContactName)),
                _ => new WorkOwner(parts[0]),
            };
        }
    }

    protected async Task Load(GetWorkItemForm form)
    {
        Identity = await Ask(new GetIdentity(Id));
        PlanPages.RefuseUnlessEditable(Identity);
        Facts = await Ask(form);
    }

    protected void Fill(RecordedWorkItem item)
    {
        Input.BaseVersion = item.Version;
        Input.Text = item.Text;
        Input.Owner = (item.Owner.StaffId ?? item.Owner.RelationId) is { } id ? Key(item.Owner.Kind, id) : item.Owner.Kind;
        Input.PartnerId = item.Owner.PartnerId;
        Input.Organisation = item.Owner.Organisation;
        Input.ContactName = item.Owner.ContactName;
        Input.DueOn = item.DueOn;
    }

    private static string Key(string kind, Guid id) => $"{kind}:{id}";

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
