"""Class lists in the shapes of real exports, with their faults; everybody in them is invented."""

import io
import zipfile
from collections.abc import Mapping

Files = list[tuple[str, bytes]]


def packed(files: Mapping[str, str], folder: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{folder}{name}", text)
    return out.getvalue()


def apart(files: Mapping[str, str]) -> Files:
    return [(name, text.encode()) for name, text in files.items()]


ONEROSTER_11 = {
    "manifest.csv": "propertyName,value\noneroster.version,1.1\nfile.users,bulk\nfile.demographics,bulk\n",
    "academicSessions.csv": "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId",
    "classes.csv": (
        "sourcedId,status,dateLastModified,title,grade,courseSourcedId,classCode,classType,location,"
        "schoolSourcedId,termSourcedIds,subjects,ext_vendor_databaseId\n"
        "class1,active,2017-04-05,Class 1,2,,,scheduled,Luxembourg,12345,1,0,\n"
        "class2,,,Class 2,,,,scheduled,,12345,1,,\n"
    ),
    "orgs.csv": 'sourcedId,status,dateLastModified,name,type\n12345,active,"2017-05-06 08:01:05",School 1,school\n',
    "users.csv": (
        "sourcedId,enabledUser,status,dateLastModified,orgSourcedIds,role,username,userId,givenName,familyName,"
        "identifier,email,sms,phone,agents,ext_vendor_studentPassword\n"
        "user1,TRUE,,,12345,student,marin,abc,Marin,Velcu,id,,,,,secret1\n"
        "user2,TRUE,,,12345,student,mira,abc,Mira,Velcu,id,,,,,secret2\n"
    ),
    "enrollments.csv": (
        "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,status,dateLastModified,primary\n"
        "enrol1,class1,12345,user1,student,active,,\n"
        "enrol2,class2,12345,user1,student,,,\n"
        "enrol3,class2,12345,user2,student,active,,"
    ),
}
"""1.1: the role within users.csv, vendors' columns, files with a header alone and without a last newline."""

ONEROSTER_12 = {
    "manifest.csv": "propertyName,value\r\noneroster.version,1.2\r\nfile.roles,bulk\r\nfile.courses,absent\r\n",
    "academicSessions.csv": (
        "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\n"
        "q2,tobedeleted,2023-05-01T18:25:43.511Z,2nd Quarter,gradingPeriod,2022-10-02,2022-12-24,t1,2023\n"
        "t1,active,2023-05-01T18:25:43.511Z,Autumn,term,2022-09-01,2022-12-24,y1,2023\n"
    ),
    "orgs.csv": "sourcedId,status,dateLastModified,name,type\r\norg1,active,2023-05-01,Physics,department\r\n",
    "classes.csv": (
        "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
        "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\r\n"
        'c1,active,2023-05-01,Physics,"09,10,11",k1,P100,Scheduled,2-B,org1,t1,"Science, Physics",P1,1\r\n'
        'c2,tobedeleted,2023-05-01,History,10,k2,2,homeroom,18-C,org1,"t1,q2",History,H1,"1,2,3"\r\n'
    ),
    "roles.csv": (
        "sourcedId,status,dataLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,,\r\n"
        "r1,active,2025-01-01,u1,primary,teacher,2024-03-06,2025-09-23,org1\r\n"
        "r2,active,2025-01-01,u9,primary,student,2024-03-06,2025-09-23,org1\r\n"
        "r3,active,2025-01-01,u1,secondary,guardian,2024-03-06,2025-09-23,org1\r\n"
    ),
    "users.csv": (
        "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,"
        "email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,prefferedGivenName\r\n"
        "u1,active,1/05/2023,TRUE,john.doe,,John,Doe,M,j,john.doe@example.org,+15550100000,,,12,secret3,,\r\n"
        'u2,active,1/05/2023,TRUE,jim.smith,"{LDAP:12},{LTI:15}",Jim,Smith,A,j,Jim.Smith@example.org,,,u1,11,secret4,,\r\n'
        "u3,inactive,2023-05-01,TRUE,anna.brown,,Anna,Brown,,a,anna.brown@example.org,,,u2,11,secret5,,\r\n"
        "u4,active,2023-05-01,TRUE,mjones,,Michelle,Jones,,m,m.jones@example.org,,,u2,11,secret6,,Mitch\r\n"
    ),
    "enrollments.csv": (
        "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n"
        "e1,active,2023-05-01,c1,org1,u1,teacher,false,2022-03-15,2022-06-15\n"
        "e2,active,2023-05-01,c1,org1,u2,student,false,2022-03-15,2022-06-15\n"
        "e3,active,2023-05-01,c1,org1,u3,student,false,2022-03-15,2022-06-15\n"
        "e4,active,2023-05-01,c1,org1,u4,student,false,,\n"
        "e5,active,2023-05-01,c1,org1,u4,student,false,,\n"
        "e6,active,2023-05-01,c9,org1,u4,student,false,,\n"
        "e7,active,2023-05-01,c1,org1,u8,student,false,,\n"
        "e8,tobedeleted,2023-05-01,c2,org1,u4,student,false,,\n"
    ),
    "userProfiles.csv": "sourcedId,status,userSourcedId,username,password\r\np1,active,u2,jim,secret7\r\n",
}
"""1.2: roles apart, misspelt headers, columns without a name, people and classes that are not there."""

SDS = {
    "orgs.csv": "sourcedId,name,type,parentSourcedId\n110001,College of Engineering,college,\n",
    "users.csv": (
        "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms\n"
        "1,jmarsh@example.org,Jack,Marsh,secret8,jmarsh@example.org,,,\n"
        "2,jean@example.org,Jean,Marsh,secret9,,jean@example.org,+15550100000,\n"
        "6,jrowan@example.org,Jason,Rowan,secret10,jrowan@example.org,,,\n"
    ),
    "classes.csv": "sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId\n7,110001,Computing,S1,C1\n",
    "academicSessions.csv": "sourcedId,title,type,startDate,endDate\nS1,Fall,semester,2021-09-01,2021-12-01\n",
    "enrollments.csv": "classSourcedId,userSourcedId,role\n7,1,student\n7,6,professor\n",
    "roles.csv": "userSourcedId,orgSourcedId,role\n1,110001,student\n6,110001,professor\n",
    "relationships.csv": "userSourcedId,relationshipUserSourcedId,relationshipRole\n1,2,guardian\n",
    "userFlags.csv": "userSourcedId,flag\n1,iep\n",
    "demographics.csv": "userSourcedId,sex,birthDate\n1,male,2001-07-02\n",
}
"""No manifest, no status, the address as the name to sign in by; guardians and flags that are never read."""
