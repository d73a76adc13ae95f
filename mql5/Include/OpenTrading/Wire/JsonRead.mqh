//+------------------------------------------------------------------+
//| JsonRead.mqh - reads one flat JSON object                         |
//+------------------------------------------------------------------+
enum JsonKind
{
   JSON_STRING,
   JSON_NUMBER,
   JSON_WORD       // true, false, null
};

struct JsonField
{
   string   key;
   string   value;
   JsonKind kind;
};

string g_json_fault="";   // why the last object was refused

bool JsonFail(const string why)
{
   g_json_fault=why;
   return(false);
}

int JsonSkip(const string text,int at)
{
   int n=StringLen(text);
   while(at<n)
   {
      ushort c=StringGetCharacter(text,at);
      if(c!=' ' && c!='\t' && c!='\r' && c!='\n')
         break;
      at++;
   }
   return(at);
}

int HexDigit(const ushort c)
{
   if(IsDigit(c))
      return((int)c-'0');
   if(c>='a' && c<='f')
      return((int)c-'a'+10);
   if(c>='A' && c<='F')
      return((int)c-'A'+10);
   return(-1);
}

//--- at stands on the opening quote and ends behind the closing one
bool JsonReadString(const string text,int &at,string &value)
{
   int n=StringLen(text);
   int from=++at;
   value="";
   while(at<n)
   {
      ushort c=StringGetCharacter(text,at);
      if(c=='"')
      {
         value+=Part(text,from,at-from);
         at++;
         return(true);
      }
      if(c<32)
         return(JsonFail("control character in a string"));
      if(c!='\\')
      {
         at++;
         continue;
      }
      if(at>from)
         value+=Part(text,from,at-from);
      ushort e=at+1<n ? StringGetCharacter(text,at+1) : (ushort)0;
      at+=2;
      if(e=='"' || e=='\\' || e=='/')
         value+=ShortToString(e);
      else if(e=='b')
         value+=ShortToString((ushort)8);
      else if(e=='f')
         value+=ShortToString((ushort)12);
      else if(e=='n')
         value+=ShortToString((ushort)10);
      else if(e=='r')
         value+=ShortToString((ushort)13);
      else if(e=='t')
         value+=ShortToString((ushort)9);
      else if(e=='u' && at+4<=n)
      {
         int code=0;
         for(int k=0; k<4; k++)
         {
            int digit=HexDigit(StringGetCharacter(text,at+k));
            if(digit<0)
               return(JsonFail("bad \\u escape"));
            code=code*16+digit;
         }
         if(code==0)
            return(JsonFail("NUL in a string"));
         value+=ShortToString((ushort)code);
         at+=4;
      }
      else
         return(JsonFail("bad escape"));
      from=at;
   }
   return(JsonFail("string without end"));
}

//--- numbers and words; which characters a number may hold is checked where it is used
bool JsonReadBare(const string text,int &at,JsonField &field)
{
   int n=StringLen(text);
   int from=at;
   while(at<n)
   {
      ushort c=StringGetCharacter(text,at);
      if(!IsDigit(c) && !(c>='a' && c<='z') && c!='-' && c!='+' && c!='.' && c!='E')
         break;
      at++;
   }
   field.value=Part(text,from,at-from);
   if(field.value=="true" || field.value=="false" || field.value=="null")
   {
      field.kind=JSON_WORD;
      return(true);
   }
   field.kind=JSON_NUMBER;
   ushort first=StringGetCharacter(field.value,0);
   if(field.value=="" || (!IsDigit(first) && first!='-'))
      return(JsonFail("a value is neither text, number, true, false nor null"));
   return(true);
}

//--- false with g_json_fault set when text is anything but one flat object with keys that differ
bool JsonParse(const string text,JsonField &fields[])
{
   int n=StringLen(text);
   ArrayResize(fields,0,24);
   int at=JsonSkip(text,0);
   if(at>=n || StringGetCharacter(text,at)!='{')
      return(JsonFail("not an object"));
   at=JsonSkip(text,at+1);
   bool more=at<n && StringGetCharacter(text,at)!='}';
   while(more)
   {
      JsonField field;
      if(at>=n || StringGetCharacter(text,at)!='"')
         return(JsonFail("key expected"));
      if(!JsonReadString(text,at,field.key))
         return(false);
      at=JsonSkip(text,at);
      if(at>=n || StringGetCharacter(text,at)!=':')
         return(JsonFail("colon expected"));
      at=JsonSkip(text,at+1);
      field.kind=JSON_STRING;
      field.value="";
      if(at<n && StringGetCharacter(text,at)=='"')
      {
         if(!JsonReadString(text,at,field.value))
            return(false);
      }
      else if(!JsonReadBare(text,at,field))
         return(false);
      int count=ArraySize(fields);
      for(int i=0; i<count; i++)
         if(fields[i].key==field.key)
            return(JsonFail("duplicate key "+field.key));
      ArrayResize(fields,count+1,24);
      fields[count]=field;
      at=JsonSkip(text,at);
      if(at<n && StringGetCharacter(text,at)==',')
         at=JsonSkip(text,at+1);
      else
         more=false;
   }
   if(at>=n || StringGetCharacter(text,at)!='}')
      return(JsonFail("end of the object expected"));
   if(JsonSkip(text,at+1)<n)
      return(JsonFail("text behind the object"));
   return(true);
}
