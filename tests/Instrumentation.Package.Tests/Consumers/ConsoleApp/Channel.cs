namespace Shop;

internal enum Channel
{
    Web,
    PhoneCall,
}
