namespace Pga.Web.Ui;

/// <summary>What somebody who may not see facts of police and justice reads instead: that there is something, and no more.</summary>
public static class Justice
{
    public const string Hidden = "Er zijn ook gegevens van politie of justitie. Die ziet alleen wie op dit traject werkt.";
}
