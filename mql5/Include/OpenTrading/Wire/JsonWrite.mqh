//+------------------------------------------------------------------+
//| JsonWrite.mqh - pieces of JSON text                               |
//+------------------------------------------------------------------+
string Quoted(const string text)
{
   int n=StringLen(text);
   int i=0;
   while(i<n)
   {
      ushort c=StringGetCharacter(text,i);
      if(c<32 || c=='"' || c=='\\')
         break;
      i++;
   }
   if(i==n)
      return("\""+text+"\"");
   string out=Part(text,0,i);
   for(; i<n; i++)
   {
      ushort c=StringGetCharacter(text,i);
      if(c=='"' || c=='\\')
         out+="\\"+ShortToString(c);
      else if(c<32)
         out+=StringFormat("\\u%04x",(int)c);
      else
         out+=ShortToString(c);
   }
   return("\""+out+"\"");
}

string TextPair(const string key,const string value)
{
   return("\""+key+"\":"+Quoted(value));
}

string LongPair(const string key,const long value)
{
   return("\""+key+"\":"+IntegerToString(value));
}

string BoolPair(const string key,const bool value)
{
   return("\""+key+"\":"+(value ? "true" : "false"));
}

string FixedPair(const string key,const double value,const int digits)
{
   return("\""+key+"\":"+Fixed(value,digits));
}

string DecimalPair(const string key,const double value)
{
   return("\""+key+"\":"+Decimal(value));
}
