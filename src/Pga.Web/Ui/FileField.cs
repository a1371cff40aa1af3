using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pga.Web.Ui;

/// <summary>A field to choose one file. The form needs <c>enctype="multipart/form-data"</c>; a browser never keeps the choice.</summary>
[HtmlTargetElement("bestand", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BestandTagHelper : FieldTagHelper
{
    /// <summary>What the file picker offers.</summary>
    [HtmlAttributeName("accept")]
    public string? Accept { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var field = Read();
        var classes = "utrecht-form-field__input bestand" + (field.IsInvalid ? " bestand--fout" : string.Empty);
        WriteLabelled(output, field, Html.Void("input", classes).With("type", "file").With("accept", Accept));
    }
}
